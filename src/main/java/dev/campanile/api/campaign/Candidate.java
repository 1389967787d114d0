package dev.campanile.api.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.LargeBodies;
import dev.campanile.api.http.Problem;
import dev.campanile.campaign.text.TreeParser;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A campaign that may be published.
 *
 * @param campaign the text of its file
 * @param files the texts of files that it names, where they are not the uploaded ones
 */
public record Candidate(String campaign, Map<String, String> files) {

  /** A campaign file together with files that it names. */
  public static final String MEDIA_TYPE = "application/vnd.campanile.candidate+json";

  public Candidate {
    files = Map.copyOf(files);
  }

  /** The campaign file alone. */
  public static Candidate file(InputStream body) throws IOException {
    return new Candidate(Bodies.text(body, TreeParser.LONGEST), Map.of());
  }

  /** Answers an object with {@code campaign}, a text, and {@code files}, texts by name. */
  public static <T> T answer(InputStream body, LargeBodies bodies, Function<Candidate, T> answer)
      throws IOException {
    return bodies.answer(
        body,
        AttachmentKeeper.MOST_OF_LIST,
        bundle -> answer.apply(of(Bodies.only(bundle, "campaign", "files"))));
  }

  /** The same of an object that may hold more. */
  public static Candidate of(JsonNode bundle) {
    JsonNode campaign = bundle.path("campaign");
    if (!campaign.isTextual()) {
      throw Problem.of(
              422,
              "invalid-candidate",
              "There is no campaign",
              "Expected the text of a campaign file at 'campaign', but there is none.")
          .exception();
    }
    Map<String, String> files = new TreeMap<>();
    bundle
        .path("files")
        .properties()
        .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
    return new Candidate(campaign.asText(), files);
  }

  /** Its own files, and these where it has none. */
  public FileSource over(FileSource others) {
    return name ->
        Optional.ofNullable(files.get(name)).map(FileSource.File::of).or(() -> others.named(name));
  }
}
