package dev.campanile.adapter.drools;

import dev.campanile.engine.rule.RuleCompiler;
import org.drools.model.Model;

/** The executable model of one campaign version, its classes loaded. */
record DroolsPackage(Model model) implements RuleCompiler.Package {

  /**
   * Loads the classes into a loader of their own, so that they go when nobody uses them any more.
   */
  static DroolsPackage load(Bytecode bytecode, ClassLoader parent)
      throws ReflectiveOperationException {
    var loader = new Loader(bytecode, parent);
    return new DroolsPackage(
        loader.loadClass(bytecode.model()).asSubclass(Model.class).getConstructor().newInstance());
  }

  int rules() {
    return model.getRules().size();
  }

  private static final class Loader extends ClassLoader {

    private final Bytecode bytecode;

    private Loader(Bytecode bytecode, ClassLoader parent) {
      super(parent);
      this.bytecode = bytecode;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = bytecode.classes().get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }
}
