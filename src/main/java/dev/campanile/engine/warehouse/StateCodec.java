package dev.campanile.engine.warehouse;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.state.Explanation;
import dev.campanile.engine.state.Measure;
import dev.campanile.engine.state.Memory;
import dev.campanile.engine.state.Participation;
import java.util.Map;

/**
 * The text of states and their parts, the same in every store: JSON, exact to the last digit and
 * nanosecond. Writing throws {@link Unwritable} for what no store can keep. Thread-safe.
 */
public interface StateCodec {

  String outline(Outline outline);

  Outline outline(String text);

  String attributes(Attributes attributes);

  Attributes attributes(String text);

  String memories(Map<CampaignId, Memory> memories);

  Map<CampaignId, Memory> memories(String text);

  String participation(Participation participation);

  Participation participation(String text);

  String measures(Map<String, Measure> measures);

  Map<String, Measure> measures(String text);

  /** Within a budget: what is too long or too much is cut. */
  String explanation(Explanation explanation);

  Explanation explanation(String text);

  String measure(Measure measure);

  Measure measure(String text);
}
