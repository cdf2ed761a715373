package dev.slipway.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import jakarta.inject.Singleton;

/// What every page of the panel starts with: style sheets, dark colours and server push.
@Push
@ColorScheme(ColorScheme.Value.DARK)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("tokens.css")
@StyleSheet("vaadin.css")
@StyleSheet("slipway.css")
@StyleSheet("pages.css")
@Viewport("width=device-width, initial-scale=1")
@Singleton
public class AppShell implements AppShellConfigurator {
  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Slipway");
    settings.addFavIcon("icon", "icons/slipway.svg", "any");
    settings.addMetaTag("color-scheme", "dark light");
  }
}
