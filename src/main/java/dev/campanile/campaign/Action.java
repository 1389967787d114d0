package dev.campanile.campaign;

/**
 * What is done when a user arrives: a kind that names its channel, and the channel's parameters.
 *
 * <p>Texts among the parameters may hold references such as {@code {user.name}} or {@code
 * {gift.code}}.
 */
public record Action(ActionId id, String kind, Attributes parameters) {}
