package dev.slipway.workflows.sshkey;

/// The tenant has an SSH key of that name, or the same key under another name.
public final class SshKeyTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /// @param field what is taken, `name` or `public_key`
  public SshKeyTakenException(String field) {
    super(
        field.equals("name")
            ? "There is a key of this name"
            : "This key is there under another name");
    this.field = field;
  }

  /// What is taken, `name` or `public_key`.
  public String field() {
    return field;
  }
}
