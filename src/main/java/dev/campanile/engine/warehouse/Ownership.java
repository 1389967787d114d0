package dev.campanile.engine.warehouse;

/**
 * Who may write for a partition of the log: whoever holds its highest epoch.
 *
 * @param nextOffset the offset of the next record to judge; PostgreSQL's word, not Kafka's
 */
public record Ownership(int partition, long epoch, long nextOffset) {}
