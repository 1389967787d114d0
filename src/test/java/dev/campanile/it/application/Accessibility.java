package dev.campanile.it.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What axe-core finds of the Web Content Accessibility Guidelines, level AA. */
final class Accessibility {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
  private static final List<String> GRAVE = List.of("serious", "critical");

  private Accessibility() {}

  static void check(Page page, String where) {
    List<String> violations =
        new AxeBuilder(page)
            .withTags(RULES).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(Accessibility::told)
                .toList();
    assertThat(violations).as("violations of accessibility: %s", where).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> "  " + node.getHtml() + "\n    " + node.getFailureSummary())
        .collect(Collectors.joining("\n", rule.getId() + ": " + rule.getHelp() + "\n", "\n"));
  }
}
