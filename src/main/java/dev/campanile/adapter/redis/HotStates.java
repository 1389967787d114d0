package dev.campanile.adapter.redis;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.HotStore.Hot;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Progress;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.Outline;
import dev.campanile.engine.warehouse.StateCodec;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * States as arguments and answers of scripts. A participation is a hash: its state, and beside it
 * one field per tally, so that the figures behind a trigger can be looked up.
 */
final class HotStates {

  private static final String STATE = "state";
  private static final String TALLY = "tally:";

  /** For whoever watches: the arrays follow from the state, and are not read back. */
  private static final String CELLS = "cells:";

  /** A larger state is left to the warehouse: a few users must not crowd out all others. */
  private static final int LARGEST = 256 * 1024;

  private static final List<String> NOTHING = List.of("", "", "", "", "", "", "0");

  private final StateCodec codec;

  HotStates(StateCodec codec) {
    this.codec = codec;
  }

  void write(Hot written, String wake, List<String> arguments) {
    arguments.add(written.user().text());
    arguments.add(wake);
    arguments.addAll(
        written
            .state()
            .map(state -> hot(state, written.progress()))
            .filter(hot -> hot.stream().mapToInt(String::length).sum() <= LARGEST)
            .orElse(NOTHING));
  }

  /** The state, where none of its participations has vanished. */
  Optional<UserState> read(Response answer) {
    Map<String, Participation> participations = new HashMap<>();
    for (Response hash : answer.get(5)) {
      if (hash.size() > 0) {
        Participation participation = participation(hash);
        participations.put(participation.id(), participation);
      }
    }
    return codec
        .outline(answer.get(1).toString())
        .filled(
            new UserId(answer.get(0).toString()),
            codec.attributes(answer.get(2).toString()),
            codec.memories(answer.get(3).toString()),
            codec.measures(answer.get(4).toString()),
            participations);
  }

  private List<String> hot(UserState state, Progress progress) {
    Outline outline = Outline.of(state);
    List<String> hot = new ArrayList<>();
    hot.add(codec.outline(outline));
    hot.add(codec.attributes(state.profile()));
    hot.add(codec.memories(state.memories()));
    hot.add(codec.measures(state.lifetime()));
    hot.add(entries(progress));
    hot.add(String.join(":", outline.participations()));
    hot.add(Integer.toString(state.participations().size()));
    for (Participation participation : state.participations()) {
      write(
          participation, progress.participations().getOrDefault(participation.id(), Map.of()), hot);
    }
    return hot;
  }

  private void write(
      Participation participation, Map<String, List<List<Boolean>>> progress, List<String> hot) {
    Map<String, Measure> measures = participation.measures();
    hot.add(participation.id());
    hot.add(Integer.toString(2 + 2 * measures.size() + 2 * progress.size()));
    hot.add(STATE);
    hot.add(codec.participation(measuring(participation, Map.of())));
    measures.forEach(
        (name, measure) -> {
          hot.add(TALLY + name);
          hot.add(codec.measure(measure));
        });
    progress.forEach(
        (rule, cells) -> {
          hot.add(CELLS + rule);
          hot.add(array(cells));
        });
  }

  /** As JSON: the names of rules hold nothing that would have to be escaped. */
  private static String entries(Progress progress) {
    return progress.entries().entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + array(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** The two dimensions of a trigger: 1 for a cell that holds. */
  private static String array(List<List<Boolean>> cells) {
    return cells.stream().map(HotStates::row).collect(Collectors.joining(",", "[", "]"));
  }

  private static String row(List<Boolean> cells) {
    return cells.stream()
        .map(holds -> holds ? "1" : "0")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Participation participation(Response hash) {
    String state = "";
    Map<String, Measure> measures = new HashMap<>();
    for (int i = 0; i < hash.size(); i += 2) {
      String field = hash.get(i).toString();
      String value = hash.get(i + 1).toString();
      if (field.equals(STATE)) {
        state = value;
      } else if (field.startsWith(TALLY)) {
        measures.put(field.substring(TALLY.length()), codec.measure(value));
      }
    }
    return measuring(codec.participation(state), measures);
  }

  private static Participation measuring(Participation one, Map<String, Measure> measures) {
    return new Participation(
        one.id(),
        one.campaign(),
        one.keyValue(),
        one.entry(),
        one.enteredAt(),
        one.node(),
        one.since(),
        one.moves(),
        one.status(),
        one.timedTo(),
        one.latched(),
        measures,
        one.results(),
        one.dispatches(),
        one.wakeAt(),
        one.lasting(),
        one.reached(),
        one.ticking());
  }
}
