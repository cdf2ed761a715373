package dev.slipway.deploy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocsLinksTest {

  private static final int LONGEST_DECISION = 80;
  private static final Path DOCS = Repository.ROOT.resolve("docs");

  private static final Set<String> DIAGRAMS =
      Set.of("flowchart", "sequenceDiagram", "stateDiagram-v2", "erDiagram");

  private static final List<MarkdownPage> PAGES =
      Repository.files(Repository.ROOT, ".md").stream().map(MarkdownPage::of).toList();

  @Test
  void every_relative_link_leads_to_a_file() {
    assertThat(brokenLinks(DocsLinksTest::leadsToFile)).isEmpty();
  }

  @Test
  void every_link_to_a_heading_finds_it() {
    assertThat(brokenLinks(DocsLinksTest::findsHeading)).isEmpty();
  }

  @Test
  void every_diagram_draws_something() {
    List<String> empty = new ArrayList<>();
    for (MarkdownPage page : PAGES) {
      page.blocks().stream()
          .filter(block -> block.language().equals("mermaid"))
          .filter(block -> !draws(block))
          .forEach(block -> empty.add(nameOf(page.file())));
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void every_page_of_the_documentation_is_in_its_index() {
    MarkdownPage index = MarkdownPage.of(DOCS.resolve("README.md"));
    Set<Path> linked = new HashSet<>();
    index.relativeLinks().forEach(link -> linked.add(fileOf(index, link)));

    List<Path> pages =
        PAGES.stream().map(MarkdownPage::file).filter(DocsLinksTest::isDocs).toList();

    assertThat(pages)
        .filteredOn(page -> !page.equals(index.file()))
        .as("pages that docs/README.md does not lead to")
        .isSubsetOf(linked);
  }

  @Test
  void every_decision_is_short_and_has_a_number_of_its_own() {
    Set<String> numbers = new HashSet<>();
    for (Path file : Repository.files(DOCS.resolve("decisions"), ".md")) {
      String name = String.valueOf(file.getFileName());
      assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
      assertThat(numbers.add(name.substring(0, 4))).as("the number of " + name).isTrue();
      assertThat(Repository.lines(file)).as(name).hasSizeLessThanOrEqualTo(LONGEST_DECISION);
    }
  }

  private interface LinkRule {
    boolean holds(MarkdownPage page, String link);
  }

  private static List<String> brokenLinks(LinkRule rule) {
    List<String> broken = new ArrayList<>();
    for (MarkdownPage page : PAGES) {
      page.relativeLinks().stream()
          .filter(link -> !rule.holds(page, link))
          .forEach(link -> broken.add(nameOf(page.file()) + ": " + link));
    }
    return broken;
  }

  private static boolean leadsToFile(MarkdownPage page, String link) {
    return Files.exists(fileOf(page, link));
  }

  private static boolean findsHeading(MarkdownPage page, String link) {
    int mark = link.indexOf('#');
    Path file = fileOf(page, link);
    return mark < 0
        || !Files.exists(file)
        || MarkdownPage.of(file).anchors().contains(link.substring(mark + 1));
  }

  private static Path fileOf(MarkdownPage page, String link) {
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    return path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
  }

  private static boolean draws(MarkdownPage.Block block) {
    List<String> lines = block.lines().stream().filter(line -> !line.isBlank()).toList();
    return lines.size() > 1 && DIAGRAMS.contains(lines.getFirst().strip().split(" ", 2)[0]);
  }

  private static boolean isDocs(Path file) {
    return file.startsWith(DOCS);
  }

  private static String nameOf(Path file) {
    return Repository.ROOT.relativize(file).toString();
  }
}
