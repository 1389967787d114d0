package dev.campanile.adapter.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A data source whose next COMMIT loses its connection, before or after the server has done it. */
final class LostCommits {

  /** Where the line is cut. */
  enum Cut {
    BEFORE_IT_ARRIVES,
    BEFORE_ITS_ANSWER
  }

  private final DataSource dataSource;
  private final Cut cut;
  private final AtomicBoolean armed = new AtomicBoolean();

  LostCommits(DataSource dataSource, Cut cut) {
    this.dataSource = dataSource;
    this.cut = cut;
  }

  void arm() {
    armed.set(true);
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? connection(dataSource.getConnection())
                : invoke(dataSource, method, arguments));
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            method.getName().equals("commit") && armed.getAndSet(false)
                ? lose(real)
                : invoke(real, method, arguments));
  }

  private Object lose(Connection real) throws SQLException {
    if (cut == Cut.BEFORE_ITS_ANSWER) {
      real.commit();
    }
    throw new SQLException("The connection is gone.", "08006");
  }

  private interface Call {
    Object run(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.run(method, arguments)));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
