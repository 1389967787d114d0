package dev.campanile.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.AccessRequired;
import dev.campanile.testkit.Callers;
import dev.campanile.testkit.EmbeddedServicesResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every endpoint of the OpenAPI document, called by everybody that docs/access.md has a column for,
 * and by nobody: who may not is refused as such, who may is told something else.
 *
 * <p>The bodies are broken and the names unknown, so that nothing comes of what is allowed.
 */
@QuarkusTest
@TestProfile(AccessRequired.class)
@QuarkusTestResource(EmbeddedServicesResource.class)
final class EndpointsTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final byte[] NOT_UTF_8 = {(byte) 0xff};

  /** An operation of the document. */
  private record Operation(String method, String path, String type) {

    String name() {
      return method + " " + path;
    }
  }

  @Test
  void areAllInTheTable() {
    List<String> known = operations().stream().map(Operation::name).toList();
    AccessTable table = AccessTable.read();
    assertThat(known)
        .as(
            "Expected docs/access.md to tell who may call each endpoint. Maybe add a row, and @RolesAllowed to the method.")
        .allSatisfy(endpoint -> assertThat(table.endpoints()).contains(endpoint));
    assertThat(table.endpoints())
        .as("Expected docs/access.md to tell of endpoints that exist. Maybe strike the row out.")
        .allSatisfy(endpoint -> assertThat(known).contains(endpoint));
  }

  @Test
  void letInWhomTheTableNames() {
    // given
    AccessTable table = AccessTable.read();
    Map<String, Function<Operation, RequestSpecification>> callers = callers();
    List<String> wrong = new ArrayList<>();
    // when
    for (Operation operation : operations()) {
      callers.forEach(
          (who, caller) -> {
            boolean letIn = letIn(who, call(operation, caller.apply(operation)));
            if (letIn != table.allows(operation.name(), who)) {
              wrong.add(
                  "%s: %s is %s"
                      .formatted(
                          operation.name(),
                          who.isEmpty() ? "nobody" : who,
                          letIn ? "let in" : "refused"));
            }
          });
    }
    // then
    assertThat(wrong).as("Expected what docs/access.md says.").isEmpty();
  }

  private static Map<String, Function<Operation, RequestSpecification>> callers() {
    Map<String, Function<Operation, RequestSpecification>> callers = new LinkedHashMap<>();
    callers.put("", operation -> given());
    for (String scope :
        List.of("viewer", "marketer", "rule-author", "operator", "intake", "decide")) {
      String key = Callers.key(scope);
      callers.put(scope, operation -> Callers.withKey(key));
    }
    Response session = Callers.signIn("admin", AccessRequired.PASSWORD);
    callers.put(
        "admin",
        // Some operations end the session that they are asked by.
        operation ->
            operation.path().startsWith("/v1/session") ? Callers.admin() : Callers.by(session));
    return callers;
  }

  /** 401 is an answer of the sign-in itself as well; so nobody is told apart by what is said. */
  private static boolean letIn(String who, Response answer) {
    int status = answer.statusCode();
    if (who.isEmpty()) {
      return status != 401 || !"about:blank".equals(answer.path("type"));
    }
    assertThat(status).isNotEqualTo(401);
    return status != 403 || !"urn:campanile:problem:role".equals(answer.path("type"));
  }

  private static Response call(Operation operation, RequestSpecification request) {
    request.accept("application/json, */*;q=0.1").redirects().follow(false);
    if (!operation.type().isEmpty()) {
      request.contentType(operation.type()).body(NOT_UTF_8);
    }
    return request.request(operation.method(), operation.path().replaceAll("\\{\\w+}", "77"));
  }

  private static List<Operation> operations() {
    Map<String, Map<String, Object>> paths =
        given().get("/q/openapi?format=json").jsonPath().getMap("paths");
    List<Operation> operations = new ArrayList<>();
    paths.forEach(
        (path, methods) ->
            methods.forEach(
                (method, told) -> {
                  if (METHODS.contains(method)) {
                    operations.add(new Operation(method.toUpperCase(), path, type(told)));
                  }
                }));
    assertThat(operations).hasSizeGreaterThan(30);
    return operations;
  }

  /** A media type that the operation reads; none where it reads no body. */
  private static String type(Object operation) {
    if (operation instanceof Map<?, ?> told
        && told.get("requestBody") instanceof Map<?, ?> body
        && body.get("content") instanceof Map<?, ?> types) {
      return types.keySet().stream()
          .map(String::valueOf)
          .filter(type -> !type.contains("*"))
          .findFirst()
          .orElse("application/json");
    }
    return "";
  }
}
