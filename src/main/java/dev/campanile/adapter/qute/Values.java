package dev.campanile.adapter.qute;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The only resolver there is: scopes, rounds of loops, members of mappings and lists, and the
 * methods. Nothing of a value's Java class can be reached. Thread-safe.
 */
final class Values implements ValueResolver {

  /** A scope by itself: only its names have values. */
  private record Scope(String name) {}

  @Override
  public CompletionStage<Object> resolve(EvalContext context) {
    Object found =
        context.getBase() == null || Results.isNotFound(context.getBase())
            ? ofNothing(context)
            : of(context.getBase(), context);
    return found == null ? Results.notFound(context.getName()) : CompletedStage.of(found);
  }

  private static @Nullable Object of(Object base, EvalContext context) {
    String name = context.getName();
    return switch (base) {
      case Filling filling -> new Scope(name);
      case Round round -> round.value(name);
      case Scope scope ->
          Filling.of(context.resolutionContext()).known().value(scope.name(), name).orElse(null);
      case Map<?, ?> map when map.containsKey(name) -> map.get(name);
      case List<?> list when Character.isDigit(name.charAt(0)) -> member(list, name);
      default -> Method.named(name).map(method -> called(method, base, context)).orElse(null);
    };
  }

  /** Of what is missing, {@code ?:} gives the alternative; anything else is missing as well. */
  private static @Nullable Object ofNothing(EvalContext context) {
    return switch (Method.named(context.getName()).orElse(Method.SIZE)) {
      case OR, ELSE, OTHERWISE -> parameter(context);
      default -> null;
    };
  }

  private static @Nullable Object called(Method method, Object base, EvalContext context) {
    return switch (method) {
      case OR, ELSE, OTHERWISE -> base;
      case THEN -> truthy(base) ? parameter(context) : null;
      default ->
          method.of(
              base, parameter(context), Filling.of(context.resolutionContext()).known().zone());
    };
  }

  private static @Nullable Object parameter(EvalContext context) {
    List<Expression> parameters = context.getParams();
    return parameters.isEmpty() ? null : found(context.evaluate(parameters.getFirst()));
  }

  static @Nullable Object member(List<?> list, String index) {
    return Optional.of(index)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::valueOf)
        .filter(i -> i < list.size())
        .map(list::get)
        .orElse(null);
  }

  /** The value of a stage, all of which are complete here; null where there is none. */
  static @Nullable Object found(CompletionStage<Object> stage) {
    Object value =
        stage instanceof CompletedStage<Object> now
            ? now.get()
            : stage.toCompletableFuture().join();
    return value == null || Results.isNotFound(value) ? null : value;
  }

  /** Whether {@code {#if}} takes a value for true. */
  static boolean truthy(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean bool -> bool;
      case String text -> !text.isEmpty();
      case BigDecimal number -> number.signum() != 0;
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }
}
