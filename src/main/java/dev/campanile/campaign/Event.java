package dev.campanile.campaign;

import java.time.Instant;

/** What a user did: a typed happening at an instant, with properties. */
public record Event(EventId id, String type, UserId user, Instant time, Attributes properties) {}
