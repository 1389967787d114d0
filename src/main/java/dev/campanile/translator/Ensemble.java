package dev.campanile.translator;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Cap;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.translator.CampaignTranslator.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Campaigns that are run together on trial, each as its first version, beside whatever a service
 * has published. Not thread-safe.
 */
public final class Ensemble {

  /** A campaign, what messages call its text, and the files that it may name. */
  private record Member(CampaignGraph graph, String source, FileSource beside) {}

  private final CampaignTranslator translator;
  private final RuleBooks books;
  private final Conventions conventions;
  private final List<Member> members = new ArrayList<>();
  private final List<Cap> caps = new ArrayList<>();

  public Ensemble(CampaignTranslator translator, RuleBooks books, Conventions conventions) {
    this.translator = translator;
    this.books = books;
    this.conventions = conventions;
  }

  /**
   * Adds the campaign of a text, or tells what is wrong with it.
   *
   * @param source what messages call the text, such as the name of its file
   */
  public List<Violation> add(String source, String text, FileSource beside) {
    return switch (translator.with(beside).translate(text, id -> 1)) {
      case Translation.Refused(var violations) ->
          violations.stream().filter(violation -> violation.severity() == Severity.ERROR).toList();
      case Translation.Translated translated -> add(new Member(translated.graph(), source, beside));
    };
  }

  /** Adds the frequency caps of a text, or tells what is wrong with them. */
  public List<Violation> addCaps(String text) {
    var translated = translator.caps(text);
    translated.caps().ifPresent(this::add);
    return translated.caps().isPresent() ? List.of() : translated.findings();
  }

  /** Adds frequency caps. */
  public void add(Caps more) {
    caps.addAll(more.caps());
  }

  private List<Violation> add(Member member) {
    for (Member other : members) {
      if (other.graph().id().equals(member.graph().id())) {
        return List.of(
            Violation.error(
                Place.START,
                "",
                "Expected each campaign once, but %s is called '%s' as well."
                    .formatted(other.source(), other.graph().id()),
                ""));
      }
    }
    members.add(member);
    return List.of();
  }

  /** In the order in which they were added. */
  public List<CampaignGraph> graphs() {
    return members.stream().map(Member::graph).toList();
  }

  /** The rules of all of them, each as its first version. */
  public RuleBook ruleBook(String hash) {
    List<RuleBooks.Compiled> compiled = new ArrayList<>();
    Map<CampaignId, Standing> standings = new HashMap<>();
    for (Member member : members) {
      compiled.add(compiled(member));
      standings.put(member.graph().id(), new Standing(1, Status.RUNNING));
    }
    return books.compose(compiled, standings, conventions, hash).with(new Caps(caps));
  }

  private RuleBooks.Compiled compiled(Member member) {
    var key = new CampaignKey(member.graph().id(), 1);
    return switch (books.compile(key, member.graph(), member.beside())) {
      case RuleBooks.Compilation.Ready(var campaign) -> campaign;
      case RuleBooks.Compilation.Broken(var errors) ->
          throw new IllegalStateException("Expected to compile what was translated, but " + errors);
    };
  }
}
