package dev.campanile.api.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.campanile.api.access.Audit;
import dev.campanile.api.access.Roles;
import dev.campanile.api.http.Bodies;
import dev.campanile.api.http.Json;
import dev.campanile.api.http.Problem;
import dev.campanile.api.http.ProblemException;
import dev.campanile.api.http.Texts;
import dev.campanile.campaign.Names;
import dev.campanile.engine.action.CouponList;
import dev.campanile.engine.action.CouponPools;
import dev.campanile.engine.action.CouponPools.Added;
import dev.campanile.engine.action.CouponPools.Stock;
import dev.campanile.engine.action.CouponRecipe;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Coupon codes in stock. */
@Path("/v1/coupon-pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Coupon pools")
@RunOnVirtualThread
public final class CouponPoolResource {

  /** A million codes of 16 characters, with line ends. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int MOST_RECIPE_BYTES = 4 << 10;
  private static final Set<String> KEYS = Set.of("generate", "length", "prefix");
  private static final BigDecimal DEFAULT_LENGTH = BigDecimal.TEN;

  private final CouponPools pools;
  private final RandomGenerator random;
  private final Clock clock;
  private final Audit audit;

  /**
   * @param random not to be foreseen: a SecureRandom, except in tests
   */
  public CouponPoolResource(CouponPools pools, RandomGenerator random, Clock clock, Audit audit) {
    this.pools = pools;
    this.random = random;
    this.clock = clock;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Operation(summary = "Lists the pools with what they hold")
  public List<Stock> list() {
    return pools.stocks();
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("/{pool}/codes")
  @Consumes({"text/csv", MediaType.TEXT_PLAIN})
  @Operation(
      summary = "Adds codes to a pool, or makes new ones",
      description =
          """
          As CSV: one code per line, or the column `code`. As JSON: how many to `generate`, of which `length` (10), \
          after which `prefix`. A code that is in any pool already is counted as a duplicate and not added. \
          The pool is opened where there is none.""")
  @APIResponse(
      responseCode = "200",
      description = "The codes are in stock",
      content = @Content(schema = @Schema(implementation = Added.class)))
  @APIResponse(responseCode = "422", description = "Codes were refused; none was added")
  public Added upload(@RestPath String pool, InputStream body) throws IOException {
    String text = Bodies.text(body, MOST_BYTES);
    var list = CouponList.read(text.lines().iterator());
    if (!list.problems().isEmpty()) {
      throw refused(list.problems());
    }
    return audit.whole(
        () -> {
          Added added = pools.add(name(pool), list.codes(), clock.instant());
          return noted(pool, new Added(added.added(), added.duplicates() + list.duplicates()));
        });
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("/{pool}/codes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Makes new codes")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT),
              examples =
                  @ExampleObject(
                      name = "a thousand codes",
                      value = "{\"generate\": 1000, \"length\": 10, \"prefix\": \"SPRING-\"}")))
  public Added generate(@RestPath String pool, InputStream body) throws IOException {
    Map<String, @Nullable Object> asked = asked(Bodies.bytes(body, MOST_RECIPE_BYTES));
    try {
      int count = number(asked, "generate", BigDecimal.ZERO);
      String prefix = String.valueOf(asked.getOrDefault("prefix", ""));
      var recipe = new CouponRecipe(prefix, number(asked, "length", DEFAULT_LENGTH));
      return audit.whole(
          () -> {
            recipe.fill(pools, name(pool), count, random, clock.instant());
            return noted(pool, new Added(count, 0));
          });
    } catch (IllegalArgumentException refused) {
      throw refused(List.of(String.valueOf(refused.getMessage())));
    }
  }

  /** How many, not which: codes are worth money. */
  private Added noted(String pool, Added added) {
    audit.did("coupons.add", pool, added);
    return added;
  }

  private static Map<String, @Nullable Object> asked(byte[] body) throws IOException {
    List<String> problems = new ArrayList<>();
    try (JsonParser parser = Json.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refused(List.of("Expected a JSON object, but got something else."));
      }
      var asked =
          ValueParser.object(parser, "", (field, reason) -> problems.add(field + ": " + reason));
      asked.keySet().stream()
          .filter(key -> !KEYS.contains(key))
          .forEach(
              key -> problems.add("Expected generate, length and prefix alone, but got " + key));
      if (!problems.isEmpty()) {
        throw refused(problems);
      }
      return asked;
    } catch (JsonProcessingException malformed) {
      throw Problem.notWellFormed(Json.malformed(malformed)).exception();
    }
  }

  private static int number(Map<String, @Nullable Object> asked, String key, BigDecimal otherwise) {
    Object value = asked.getOrDefault(key, otherwise);
    try {
      return value instanceof BigDecimal number ? number.intValueExact() : Integer.MIN_VALUE;
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException(
          "Expected a whole number in '%s', but got %s.".formatted(key, value), notWhole);
    }
  }

  private static String name(String pool) {
    if (!Names.valid(pool)) {
      throw refused(
          List.of(
              "Expected a pool named by letters, digits, '-' and '_' (at most 64), but got '%s'."
                  .formatted(Texts.excerpt(pool))));
    }
    return pool;
  }

  private static ProblemException refused(List<String> problems) {
    return Problem.of(422, "invalid-codes", "Codes were refused", "No code was added.")
        .with("errors", problems)
        .exception();
  }
}
