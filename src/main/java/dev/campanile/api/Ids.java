package dev.campanile.api;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Names;
import dev.campanile.campaign.UserId;

/** Ids as addresses hold them; a 404 problem where nothing can be called so. */
final class Ids {

  private Ids() {}

  static CampaignId campaign(String text) {
    if (!Names.valid(text)) {
      throw noCampaign(text);
    }
    return new CampaignId(text);
  }

  static ProblemException noCampaign(String text) {
    return Problem.notFound("There is no campaign '%s'.".formatted(Texts.excerpt(text)))
        .exception();
  }

  static UserId user(String text) {
    if (Texts.flawOfName(text, UserId.LONGEST).isPresent()) {
      throw noUser(text);
    }
    return new UserId(text);
  }

  static ProblemException noUser(String text) {
    return Problem.notFound("There is no user '%s'.".formatted(Texts.excerpt(text))).exception();
  }
}
