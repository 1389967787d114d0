package dev.campanile.api.http;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.UserId;

/** Ids as addresses hold them; a 404 problem where nothing can be called so. */
public final class Ids {

  private Ids() {}

  public static CampaignId campaign(String text) {
    if (!Names.valid(text)) {
      throw noCampaign(text);
    }
    return new CampaignId(text);
  }

  public static ProblemException noCampaign(String text) {
    return Problem.notFound("There is no campaign '%s'.".formatted(Texts.excerpt(text)))
        .exception();
  }

  public static UserId user(String text) {
    if (Texts.flawOfName(text, UserId.LONGEST).isPresent()) {
      throw noUser(text);
    }
    return new UserId(text);
  }

  public static ProblemException noUser(String text) {
    return Problem.notFound("There is no user '%s'.".formatted(Texts.excerpt(text))).exception();
  }
}
