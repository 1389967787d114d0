package dev.campanile.campaign;

/**
 * A way from a node to the next, taken when its trigger holds.
 *
 * @param id {@code FROM-TO}; a second edge between the same nodes is {@code FROM-TO-2}, and so on
 */
public record Edge(String id, NodeId from, NodeId to, Trigger when) {}
