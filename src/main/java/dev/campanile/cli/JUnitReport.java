package dev.campanile.cli;

import dev.campanile.cli.Tested.Result;
import dev.campanile.engine.scenario.Verdict;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What testing scenarios has come to, in the XML that build servers read from JUnit: a suite for
 * each file, a case for each scenario. It tells no times, so that equal results are equal texts.
 */
final class JUnitReport {

  private final List<Tested> tested;

  JUnitReport(List<Tested> tested) {
    this.tested = tested;
  }

  String xml() {
    var text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      line(out, "");
      suites(out);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException unwritable) {
      throw new IllegalStateException(
          "Expected to write XML into memory, but could not.", unwritable);
    }
    return text + "\n";
  }

  private void suites(XMLStreamWriter out) throws XMLStreamException {
    Map<Path, List<Tested>> files = new LinkedHashMap<>();
    tested.forEach(one -> files.computeIfAbsent(one.file(), none -> new ArrayList<>()).add(one));
    out.writeStartElement("testsuites");
    attribute(out, "name", "campanile test");
    counts(out, tested);
    for (Map.Entry<Path, List<Tested>> file : files.entrySet()) {
      suite(out, file.getKey(), file.getValue());
    }
    line(out, "");
    out.writeEndElement();
  }

  private static void suite(XMLStreamWriter out, Path file, List<Tested> cases)
      throws XMLStreamException {
    line(out, "  ");
    out.writeStartElement("testsuite");
    attribute(out, "name", file.toString());
    counts(out, cases);
    for (Tested one : cases) {
      testCase(out, one);
    }
    line(out, "  ");
    out.writeEndElement();
  }

  private static void counts(XMLStreamWriter out, List<Tested> cases) throws XMLStreamException {
    attribute(out, "tests", cases.size());
    attribute(out, "failures", count(cases, one -> !one.passed() && !one.broken()));
    attribute(out, "errors", count(cases, Tested::broken));
    attribute(out, "skipped", 0);
    attribute(out, "time", 0);
  }

  private static long count(List<Tested> cases, Predicate<Tested> which) {
    return cases.stream().filter(which).count();
  }

  private static void testCase(XMLStreamWriter out, Tested one) throws XMLStreamException {
    line(out, "    ");
    out.writeStartElement("testcase");
    attribute(out, "classname", one.file().getFileName());
    attribute(out, "name", one.name());
    attribute(out, "file", one.file());
    attribute(out, "line", one.place().line());
    attribute(out, "time", 0);
    switch (one.result()) {
      case Result.Told(Verdict.Passed passed) -> {}
      case Result.Told(Verdict.Failed failed) -> problem(out, "failure", "expectation", one);
      case Result.Broken broken -> problem(out, "error", "reading", one);
    }
    out.writeEndElement();
  }

  private static void problem(XMLStreamWriter out, String element, String type, Tested one)
      throws XMLStreamException {
    List<String> details = TestedText.details(one.result());
    out.writeStartElement(element);
    attribute(out, "type", type);
    attribute(out, "message", details.getFirst());
    out.writeCharacters(allowed(TestedText.failure(one)));
    out.writeEndElement();
  }

  private static void attribute(XMLStreamWriter out, String name, Object value)
      throws XMLStreamException {
    out.writeAttribute(name, allowed(List.of(value.toString())));
  }

  /** Lines without the characters that XML has no way to write. */
  private static String allowed(List<String> lines) {
    return String.join("\n", lines)
        .replaceAll(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }

  private static void line(XMLStreamWriter out, String indent) throws XMLStreamException {
    out.writeCharacters("\n" + indent);
  }
}
