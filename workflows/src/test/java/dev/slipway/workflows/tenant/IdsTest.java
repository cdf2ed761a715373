package dev.slipway.workflows.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.step.WireJson;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {

  /// A kind of id.
  record Kind(String prefix, Function<String, Object> make) {
    @Override
    public String toString() {
      return prefix;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(ServerId.PREFIX, ServerId::new),
        new Kind(ActionId.PREFIX, ActionId::new),
        new Kind(TenantId.PREFIX, TenantId::new),
        new Kind(UserId.PREFIX, UserId::new));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_id_prints_with_its_prefix_and_crosses_the_wire_as_text(Kind kind) {
    String text = kind.prefix + "_01k9x";
    Object id = kind.make.apply(text);

    assertThat(id).hasToString(text);
    assertThat(WireJson.write(id)).isEqualTo('"' + text + '"');
    assertThat((Object) WireJson.read('"' + text + '"', id.getClass())).isEqualTo(id);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_id_of_another_form_cannot_exist(Kind kind) {
    Stream.of(
            "",
            "01k9x",
            kind.prefix,
            kind.prefix + "_",
            kind.prefix + "_A",
            "xxx_01k9x",
            kind.prefix + "_" + "a".repeat(41),
            kind.prefix + "_a b",
            kind.prefix + "_a\n")
        .forEach(text ->
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> kind.make.apply(text)));
  }
}
