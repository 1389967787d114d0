package dev.campanile.engine.backtest;

import dev.campanile.engine.state.Order;
import java.util.List;

/**
 * The result of a backtest; the same whatever the number of cores.
 *
 * @param orders by time, then user, then as ordered
 * @param failures by time, then user
 */
public record Backtested(Report report, List<Order> orders, List<Failure> failures) {}
