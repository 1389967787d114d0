package dev.campanile.it.application;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;

/**
 * Everything that there is to see in the Application: each page, and what opens on it. What is
 * pressed to open it is found without its name, so that it is found in every language.
 */
enum Sight {
  SIGN_IN("/sign-in"),
  CAMPAIGNS("/campaigns"),
  NEW_CAMPAIGN("/campaigns", "main button[aria-haspopup=dialog]"),
  CANVAS(Paths.CAMPAIGN + "/canvas"),
  CANVAS_EDGE(Paths.CAMPAIGN + "/canvas", Paths.EDGE),
  VERSIONS(Paths.CAMPAIGN + "/versions"),
  SCENARIOS(Paths.CAMPAIGN + "/scenarios"),
  BACKTEST(Paths.CAMPAIGN + "/backtest"),
  LAUNCHES(Paths.CAMPAIGN + "/launches"),
  EDITOR(Paths.DRAFT),
  NODE(Paths.DRAFT, Paths.NODE),
  ENTRY(Paths.DRAFT, Paths.ENTRY),
  TRIGGER(Paths.DRAFT, Paths.EDGE),
  CELL(Paths.DRAFT, Paths.EDGE, "aside [data-main]"),
  TEXT(Paths.DRAFT, "[role=toolbar] button[aria-pressed] >> nth=0"),
  RULES(Paths.DRAFT, "[role=toolbar] button[aria-pressed] >> nth=1"),
  CHANGES(Paths.DRAFT, "[role=toolbar] button[aria-pressed] >> nth=2"),
  SIMULATION(Paths.DRAFT, "[role=toolbar] button[aria-pressed] >> nth=3"),
  PUBLISH(Paths.DRAFT, "main button[aria-haspopup=dialog]"),
  USERS("/users"),
  USER("/users/" + Scenery.USER),
  PARTICIPATIONS("/users/" + Scenery.USER + "/participations"),
  WHY("/users/" + Scenery.USER + "/why?campaign=" + Scenery.CAMPAIGN),
  PROFILE("/users/" + Scenery.USER + "/profile"),
  DEAD_EVENTS("/operations/dead"),
  ORDERS("/operations/orders"),
  ALL_LAUNCHES("/operations/launches"),
  LEDGER("/operations/ledger"),
  COMPONENTS("/operations/components"),
  ACCOUNTS("/admin/accounts"),
  KEYS("/admin/keys"),
  AUDIT("/admin/audit"),
  ME("/me"),
  NOWHERE("/no/such/page");

  /** Where an enum may look before its own constants are there. */
  private static final class Paths {
    static final String CAMPAIGN = "/campaigns/" + Scenery.CAMPAIGN;
    static final String DRAFT = "/drafts/" + Scenery.DRAFT;
    static final String NODE = ".react-flow__node[data-id='nodes.thank']";
    static final String ENTRY = ".react-flow__node-entry";
    static final String EDGE = "[data-way]";
  }

  private final String path;
  private final String[] pressed;

  Sight(String path, String... pressed) {
    this.path = path;
    this.pressed = pressed;
  }

  /** Goes there, and waits until there is something to see. */
  void show(Visitor visitor) {
    if (this != SIGN_IN) {
      visitor.signedIn();
    }
    Page page = visitor.at(path).page;
    assertThat(page.locator("h1")).isVisible();
    settled(page);
    for (String what : pressed) {
      Locator found = page.locator(what).first();
      found.click();
      settled(page);
    }
  }

  private static void settled(Page page) {
    assertThat(page.locator(".mantine-Loader-root, [aria-busy=true]")).hasCount(0);
  }

  /** The name of its picture. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
