package dev.dovetail.launcher.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Turns the system's wish that the process ends into an end in order. A shutdown hook would come too late: JavaFX has a
 * hook of its own, after which its thread silently drops all work, so that nothing could be saved and nobody told. A
 * second signal of the same kind ends the process at once, unless it comes within a second of the first: whoever signals a
 * process and its group, as {@code timeout} does, means one end.
 *
 * <p>There is no official way to hear of a signal. The unofficial one, which every Java so far has, is taken by name:
 * where it is missing, signals end the process without order.
 */
public final class EndSignals {

    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");
    private static final int SHELL_OFFSET = 128;
    private static final long ONE_END_MILLIS = 1_000;

    private final AtomicInteger received = new AtomicInteger();
    private final Runnable onEnd;

    private EndSignals(Runnable onEnd) {
        this.onEnd = onEnd;
    }

    /**
     * Listens from now on.
     *
     * @param onEnd run at the first signal, on a thread of its own
     * @return tells whether there was one
     */
    public static EndSignals listen(Runnable onEnd) {
        EndSignals signals = new EndSignals(onEnd);
        for (String name : NAMES) {
            try {
                signals.listen(name);
            } catch (InvocationTargetException e) {
                log("This system has no signal " + name + " to listen to", e);
            } catch (ReflectiveOperationException e) {
                log("This Java does not tell of signals", e);
            }
        }
        return signals;
    }

    private void listen(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object usual = handlerType.getField("SIG_DFL").get(handlerType);
        Method handle = type.getMethod("handle", type, handlerType);
        Method number = type.getMethod("getNumber");
        InvocationHandler receiver = (proxy, method, arguments) -> {
            if (!method.getName().equals("handle")) {
                return method.invoke(this, arguments);
            }
            if (received.compareAndSet(0, (int) number.invoke(arguments[0]))) {
                onEnd.run();
                Thread.sleep(ONE_END_MILLIS);
                handle.invoke(type, arguments[0], usual);
            }
            return arguments[0];
        };
        Object handler =
                Proxy.newProxyInstance(EndSignals.class.getClassLoader(), new Class<?>[] {handlerType}, receiver);
        handle.invoke(type, type.getConstructor(String.class).newInstance(name), handler);
    }

    private static void log(String message, ReflectiveOperationException e) {
        System.getLogger(EndSignals.class.getName()).log(System.Logger.Level.DEBUG, message, e);
    }

    /**
     * @param otherwise the exit code when there was no signal
     * @return the exit code that says which signal ended the process, as command lines have it
     */
    public int exitCode(int otherwise) {
        int signal = received.get();
        return signal == 0 ? otherwise : SHELL_OFFSET + signal;
    }

    /** @return whether there was a signal */
    public boolean received() {
        return received.get() != 0;
    }
}
