package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.PanelTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToastTest extends PanelTest {

  @BeforeEach
  void openAPage() {
    signIn(behind().tenantUser());
    open("servers");
  }

  @Test
  void at_most_three_stand_in_the_corner_and_the_newest_stay() {
    for (var words : List.of("one", "two", "three", "four", "five")) {
      Toast.done(words);
    }

    assertThat(shown()).hasSize(3).allMatch(text -> text.matches("three|four|five"));
  }

  @Test
  void the_same_text_never_stands_there_twice_whatever_came_between() {
    var refusal = new ProblemException(ProblemType.CONFLICT, "Somebody was quicker.");
    Toast.done("saved");
    Toast.refused(refusal);
    Toast.done("saved");
    Toast.refused(refusal);
    Toast.done("saved");

    assertThat(shown())
        .hasSize(2)
        .containsOnlyOnce("saved")
        .anyMatch(text -> text.contains("Somebody was quicker."));
  }

  private List<String> shown() {
    roundTrip();
    return find(Notification.class).all().stream()
        .filter(Notification::isOpened)
        .map(toast -> toast.getElement().getTextRecursively().strip())
        .toList();
  }
}
