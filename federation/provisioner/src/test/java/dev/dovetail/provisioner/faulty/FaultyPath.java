package dev.dovetail.provisioner.faulty;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A path of the default file system that says it belongs to a faulty one. */
final class FaultyPath {

    private FaultyPath() {}

    interface Wrapped {
        Path inside();
    }

    static Path of(FaultyFileSystem files, Path inside) {
        return (Path) Proxy.newProxyInstance(
                FaultyPath.class.getClassLoader(),
                new Class<?>[] {Path.class, Wrapped.class},
                (proxy, method, arguments) -> call(files, inside, method, arguments));
    }

    static Path inside(Object path) {
        return path instanceof Wrapped wrapped ? wrapped.inside() : (Path) path;
    }

    private static Object call(FaultyFileSystem files, Path inside, Method method, Object[] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "inside" -> inside;
            case "getFileSystem" -> files;
            case "toFile" -> new File(inside.toString());
            case "equals" ->
                arguments[0] instanceof Wrapped wrapped && wrapped.inside().equals(inside);
            case "hashCode" -> inside.hashCode();
            case "toString" -> inside.toString();
            case "iterator" -> iterator(files, inside);
            default -> outside(files, invoke(inside, method, arguments));
        };
    }

    private static Iterator<Path> iterator(FaultyFileSystem files, Path inside) {
        List<Path> names = new ArrayList<>();
        inside.forEach(name -> names.add(of(files, name)));
        return names.iterator();
    }

    private static Object invoke(Path inside, Method method, Object[] arguments) throws Throwable {
        Object[] plain = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] instanceof Wrapped wrapped) {
                plain[i] = wrapped.inside();
            }
        }
        try {
            return method.invoke(inside, plain);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object outside(FaultyFileSystem files, Object answer) {
        return answer instanceof Path path ? of(files, path) : answer;
    }
}
