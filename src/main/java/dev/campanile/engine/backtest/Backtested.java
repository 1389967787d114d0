package dev.campanile.engine.backtest;

import dev.campanile.campaign.UserId;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Participation;
import java.util.List;
import java.util.Map;

/**
 * The result of a backtest; the same whatever the number of cores.
 *
 * @param participations of each user who took part, as they are in the end
 * @param orders by time, then user, then as ordered
 * @param failures by time, then user
 */
public record Backtested(
    Report report,
    Map<UserId, List<Participation>> participations,
    List<Order> orders,
    List<Failure> failures) {}
