package dev.dovetail.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A module of the product as the class path has it. Modules are looked at one by one: two releases of a feature have
 * classes of the same names.
 *
 * @param name where its classes are
 * @param classes all of them
 */
record Room(String name, JavaClasses classes) {

    /** Where classes of tests are, which live in no room: this module's own, and the maker of hostile jars. */
    private static final List<String> TESTS = List.of("/test-classes/", "-hostile.jar!");

    static List<Room> of(House house) {
        return Stream.of(house.ours(), house.teams())
                .flatMap(root -> Locations.ofPackage(root).stream())
                .filter(location -> TESTS.stream().noneMatch(location::contains))
                .map(Room::read)
                .filter(room -> !room.classes.isEmpty())
                .sorted((a, b) -> a.name.compareTo(b.name))
                .toList();
    }

    private static Room read(Location location) {
        return new Room(location.asURI().toString(), new ClassFileImporter().importLocations(Set.of(location)));
    }

    Set<String> packages() {
        return classes.stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
