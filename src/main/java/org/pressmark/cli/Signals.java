package org.pressmark.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * SIGINT and SIGTERM, each time that they come. A shutdown hook hears of the first only: while hooks run, the Java machine
 * passes over every further signal. The class that hears of all is in the module {@code jdk.unsupported}; it is reached by
 * name, since a compiler warns of it and a Java without that module is to run this too.
 */
final class Signals implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM");

    /** What is to be put back at the end: signal and handler. */
    private record Before(Object signal, Object handler) {}

    private final Method handle;
    private final List<Before> before = new ArrayList<>();

    /**
     * Hears of both from now on, in threads of the Java machine's.
     *
     * @throws ReflectiveOperationException if this Java has no such thing, or keeps the signals for itself
     */
    Signals(Runnable heard) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        this.handle = signal.getMethod("handle", signal, handler);
        Object listener = Proxy.newProxyInstance(
                handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        heard.run();
                        return null;
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> arguments != null && self == arguments[0];
                        default -> "signals";
                    };
                });
        for (String name : NAMES) {
            Object one = signal.getConstructor(String.class).newInstance(name);
            before.add(new Before(one, handle.invoke(null, one, listener)));
        }
    }

    /** As it was before. */
    @Override
    public void close() {
        for (Before one : before) {
            try {
                handle.invoke(null, one.signal(), one.handler());
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a handler that was taken off cannot be put back", e);
            }
        }
    }
}
