package dev.campanile.engine.backtest;

import dev.campanile.campaign.UserId;
import java.time.Instant;

/** A bug, ours or a rule's: what was being judged for whom, and what came of it. */
public record Failure(UserId user, Instant at, String judged, String error) {}
