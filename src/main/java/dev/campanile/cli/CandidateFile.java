package dev.campanile.cli;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A campaign file that is to be brought to a service.
 *
 * @param files the texts of the files beside it that it names
 */
record CandidateFile(Path path, String text, Map<String, String> files) {

  private static final String BUNDLE = "application/vnd.campanile.candidate+json";

  CandidateFile {
    files = Map.copyOf(files);
  }

  /** A file that does not read as a campaign names nothing: the service tells what is wrong. */
  static CandidateFile of(Path path, CampaignReader reader) throws Server.Refused {
    try {
      String text = Files.readString(path);
      return new CandidateFile(path, text, beside(path, named(text, reader)));
    } catch (IOException unreadable) {
      throw new Server.Refused(List.of("1:1: " + CampaignFiles.problem(unreadable)));
    }
  }

  /** Asks the service something about it without bringing its files there. */
  String ask(Server server, String path, String accept)
      throws Server.Refused, InterruptedException {
    return files.isEmpty()
        ? server.post(path, Server.YAML, accept, text)
        : server.post(path, BUNDLE, accept, Server.json(Map.of("campaign", text, "files", files)));
  }

  /** Uploads the files that it names. */
  void upload(Server server) throws Server.Refused, InterruptedException {
    for (var file : new TreeMap<>(files).entrySet()) {
      String type = file.getKey().endsWith(".csv") ? "text/csv" : "application/geo+json";
      server.put("v1/attachments/" + Server.escaped(file.getKey()), type, file.getValue());
    }
  }

  private static Set<String> named(String text, CampaignReader reader) {
    return reader.graph(text).map(CampaignGraph::files).orElse(Set.of());
  }

  private static Map<String, String> beside(Path path, Set<String> names) {
    FileSource source = Beside.of(path);
    Map<String, String> files = new TreeMap<>();
    for (String name : names) {
      source.named(name).ifPresent(file -> files.put(name, file.text().get()));
    }
    return files;
  }
}
