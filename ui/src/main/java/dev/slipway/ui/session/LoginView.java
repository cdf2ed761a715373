package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.http.StorableText;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.security.SignIn;
import dev.slipway.ui.shell.ColourSwitch;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Tone;
import io.micronaut.context.annotation.Prototype;
import java.util.Locale;
import java.util.Objects;

/// Lets somebody in, and leads on to the page that was asked for.
@Prototype
@Route(Doorkeeper.LOGIN)
@AnonymousAllowed
final class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
  private final SignIn signIn;
  private final PageLimits limits;
  private final SignedIn signedIn;
  private final EmailField email = new EmailField(text("login.email"));
  private final PasswordField password = new PasswordField(text("login.password"));
  private final Div why = new Div();
  private final Paragraph refusal = new Paragraph();
  private final Button enter = new Button(text("login.enter"), click -> enter());
  private Target target = Target.HOME;

  LoginView(SignIn signIn, PageLimits limits, SignedIn signedIn, ColourSwitch colourSwitch) {
    this.signIn = signIn;
    this.limits = limits;
    this.signedIn = signedIn;
    addClassName("sw-login");
    add(form(), foot(colourSwitch));
  }

  private Div form() {
    var mark = new Span(new Symbol("mark"));
    mark.addClassName("sw-mark");
    var name = new Span(text("brand"));
    name.addClassName("sw-login-name");
    var brand = new Div(mark, name);
    brand.addClassName("sw-row");
    email.setAutocomplete(Autocomplete.USERNAME);
    email.setAutofocus(true);
    email.setErrorMessage(text("login.email.wrong"));
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    why.setVisible(false);
    refusal.addClassName("sw-login-refusal");
    refusal.getElement().setAttribute("role", "alert");
    refusal.setVisible(false);
    enter.addThemeVariants(ButtonVariant.PRIMARY);
    enter.addClickShortcut(Key.ENTER);
    enter.setDisableOnClick(true);
    var form = new Div(brand, new H1(text("login.title")), why, email, password, refusal, enter);
    form.addClassName("sw-login-form");
    return form;
  }

  private static Div foot(ColourSwitch colourSwitch) {
    var foot = new Div(new Span(text("login.foot")), colourSwitch);
    foot.addClassName("sw-login-foot");
    return foot;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = PageAddress.parameters(event).getSingleParameter(Doorkeeper.TARGET).map(Target::of);
    target = asked.orElse(Target.HOME);
    if (signedIn.find().isPresent()) {
      event.forwardTo(target.path());
    } else if (asked.isPresent()) {
      LastVisit.known().ifPresent(this::explain);
    }
  }

  private void explain(LastVisit.End end) {
    var key = "login.why." + end.name().toLowerCase(Locale.ROOT);
    why.add(new Note(Tone.OFF, new Span(text(key)), new Div(text("login.why.back"))));
    why.setVisible(true);
  }

  private void enter() {
    try {
      limits.signIn(address());
      var admission =
          signIn.authenticate(StorableText.of(email.getValue()), password.getValue(), address());
      signedIn.enter(admission, signIn.profile(admission.caller()));
      UI.getCurrent().getPage().setLocation(target.location());
    } catch (RuntimeException e) {
      refuse(Refusal.of(e));
    }
  }

  private static String address() {
    return Objects.requireNonNullElse(VaadinSession.getCurrent().getBrowser().getAddress(), "");
  }

  private void refuse(ProblemException problem) {
    refusal.setText(
        problem.type() == ProblemType.UNAUTHENTICATED ? text("login.refused") : problem.detail());
    refusal.setVisible(true);
    enter.setEnabled(true);
    password.clear();
    password.focus();
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("login.title"));
  }
}
