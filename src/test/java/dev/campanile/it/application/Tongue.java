package dev.campanile.it.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A language of the Application: what its pages may not say in it. */
enum Tongue {
  ENGLISH("en"),
  CHINESE("zh");

  private static final Path TEXTS = Path.of("src/main/webui/src/i18n");

  /** Whatever somebody may read or be told: texts between tags, and names of what has none. */
  private static final String READ =
      """
      () => {
        const told = new Set()
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        while (walker.nextNode()) {
          const parent = walker.currentNode.parentElement
          if (!parent.closest('script, style, pre, code, .cm-editor, .react-flow__node, .react-flow__edge'))
            told.add(walker.currentNode.textContent.trim())
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          for (const name of ['aria-label', 'title', 'placeholder'])
            if (element.hasAttribute(name)) told.add(element.getAttribute(name).trim())
        return [...told].filter(Boolean)
      }""";

  final String code;

  Tongue(String code) {
    this.code = code;
  }

  /** What the page says that is the key of a text, or a text of the other language. */
  List<String> mistakes(Page page) {
    Map<String, String> own = texts(code);
    Map<String, String> other = texts(this == ENGLISH ? CHINESE.code : ENGLISH.code);
    var foreign = new TreeSet<String>();
    other.forEach(
        (key, text) -> {
          if (!text.equals(own.get(key))) {
            foreign.add(text);
          }
        });
    foreign.removeAll(own.values());
    foreign.removeIf(Tongue::mayBeAName);
    Predicate<String> isKey = said -> looksLikeKey(said) && own.containsKey(said);
    return read(page).filter(isKey.or(foreign::contains)).sorted().toList();
  }

  @SuppressWarnings("unchecked")
  private static Stream<String> read(Page page) {
    return ((List<String>) page.evaluate(READ)).stream();
  }

  /** A single word in small letters may be what somebody called a node. */
  private static boolean mayBeAName(String said) {
    return said.matches("[a-z]+");
  }

  private static boolean looksLikeKey(String said) {
    return said.matches(".*[.:].*") || said.matches("[a-z]+[A-Z].*");
  }

  /** Texts by their keys, with and without the name of their file. */
  private static Map<String, String> texts(String code) {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.list(TEXTS.resolve(code))) {
      for (Path file : files.toList()) {
        String namespace = file.getFileName().toString().replace(".json", "");
        Map<String, String> found = new HashMap<>();
        gather("", new ObjectMapper().readTree(file.toFile()), found);
        found.forEach((key, text) -> texts.put(namespace + ":" + key, text));
        found.forEach(texts::putIfAbsent);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }

  private static void gather(String prefix, JsonNode node, Map<String, String> found) {
    node.properties()
        .forEach(
            one -> {
              String key = prefix + one.getKey();
              if (one.getValue().isObject()) {
                gather(key + ".", one.getValue(), found);
              } else {
                found.put(key, one.getValue().asText());
              }
            });
  }
}
