package dev.campanile.campaign;

import java.util.Optional;

/** Who may take part: a trigger of standings on the profile, or the users of an uploaded list. */
public record Audience(Optional<Trigger> where, Optional<String> list) {}
