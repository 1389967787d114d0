package dev.campanile.api.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Why an event was refused.
 *
 * @param index which event of the batch, from 0
 * @param line which line of the body, from 1; only where events come one per line
 * @param field empty for the event as a whole
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BadEvent(int index, Optional<Integer> line, String field, String reason) {}
