package dev.slipway.ui.shell.part;

/// How a state looks: a colour and a shape, always the same two for the same state. The word beside
/// them is the state's own.
public enum Tone {
  OK("ok", "st-ok"),
  DONE("ok", "st-done"),
  BUSY("busy", "st-busy"),
  WAITING("waiting", "st-waiting"),
  PARKED("parked", "st-parked"),
  FAILED("failed", "st-failed"),
  OFF("off", "st-off"),
  UNDONE("undone", "st-undone"),
  PENDING("pending", "st-pending"),
  SKIPPED("pending", "st-skip"),
  UNKNOWN("pending", "st-unknown");

  private final String colour;
  private final String glyph;

  Tone(String colour, String glyph) {
    this.colour = colour;
    this.glyph = glyph;
  }

  /// The style class that carries the colour.
  public String colour() {
    return colour;
  }

  /// The symbol in `icons.svg`.
  public String glyph() {
    return glyph;
  }

  /// Whether the glyph turns.
  public boolean isTurning() {
    return this == BUSY;
  }

  /// The classes of the glyph, for templates.
  public String glyphClasses() {
    return "sw-icon sw-glyph " + colour + (isTurning() ? " turning" : "");
  }
}
