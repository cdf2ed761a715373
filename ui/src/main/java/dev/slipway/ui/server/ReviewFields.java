package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.server.OrderRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a server is called, which labels it has, and what it runs at its first start.
final class ReviewFields extends Div {
  private final TextField name = new TextField();
  private final LabelField labels;
  private final TextArea userData = new TextArea();
  private final NativeDetails more = new NativeDetails(text("order.user-data"), userData);

  ReviewFields(Runnable changed) {
    labels = new LabelField(changed);
    addClassName("sw-review");
    name.setLabel(text("order.name"));
    name.setPlaceholder(text("order.name.example"));
    name.setHelperText(text("order.name.hint"));
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setMaxLength(63);
    name.addClassName("sw-order-name");
    name.getElement().setAttribute("data-draft", "name");
    name.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
    userData.setAriaLabel(text("order.user-data"));
    userData.setPlaceholder(text("order.user-data.example"));
    userData.setHelperText(text("order.user-data.hint"));
    userData.setMinRows(4);
    userData.setMaxRows(14);
    userData.addClassName("sw-mono-field");
    userData.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
    more.addClassName("sw-more");
    add(name, labels, more);
  }

  /// Fills what an address may hold. User data is a secret, so what is typed stays.
  void fill(OrderRequest draft) {
    name.setValue(Objects.requireNonNullElse(draft.name(), ""));
    labels.fill(draft.labels());
  }

  @Nullable String name() {
    return name.isEmpty() ? null : name.getValue();
  }

  Map<String, String> labels() {
    return labels.labels();
  }

  @Nullable String userData() {
    return userData.isEmpty() ? null : userData.getValue();
  }

  /// All of it in few words, such as `web-1, 2 labels`.
  String inWords() {
    var called = name.isEmpty() ? text("order.name.none") : name.getValue();
    return text("order.review.chosen", called, labels().size(), userData.isEmpty() ? 0 : 1);
  }

  void refuse(String field, FieldError error) {
    switch (field) {
      case "labels" -> labels.refuse(error);
      case "user_data" -> {
        more.setOpen(true);
        userData.setErrorMessage(error.detail());
        userData.setInvalid(true);
      }
      default -> {
        name.setErrorMessage(error.detail());
        name.setInvalid(true);
      }
    }
  }

  void clearErrors() {
    name.setInvalid(false);
    labels.clearError();
    userData.setInvalid(false);
  }
}
