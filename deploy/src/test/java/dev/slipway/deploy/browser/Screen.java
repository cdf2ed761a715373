package dev.slipway.deploy.browser;

import com.microsoft.playwright.Browser.NewContextOptions;

/// What a page is looked at on.
enum Screen {
  DESK,
  PHONE;

  NewContextOptions window() {
    return this == DESK ? Visit.desk() : Visit.phone();
  }
}
