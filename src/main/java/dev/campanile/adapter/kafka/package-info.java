/** The log on Kafka: appending, and the workers that read partitions. */
@NullMarked
package dev.campanile.adapter.kafka;

import org.jspecify.annotations.NullMarked;
