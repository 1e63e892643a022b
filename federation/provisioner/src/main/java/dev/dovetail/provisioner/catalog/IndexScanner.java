package dev.dovetail.provisioner.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks over the elements of an XML document and no further than the limits. No DTD and no entity but the five of XML
 * itself is accepted.
 */
final class IndexScanner {

    private final XMLStreamReader xml;
    private final BoundedStream stream;
    private final IndexLimits limits;
    private int elements;
    private int depth;

    IndexScanner(InputStream in, IndexLimits limits) throws IOException, IndexException {
        this.limits = limits;
        this.stream = new BoundedStream(in, limits.bytes());
        try {
            this.xml = factory().createXMLStreamReader(stream);
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e, "line 1");
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path: its limits are known.
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity " + systemId);
        });
        return factory;
    }

    /** Goes on to the next start or end of an element; false at the end of the document. */
    boolean next() throws IOException, IndexException {
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD ->
                    throw new IndexException("Expected an index without a DTD, found one at " + where() + ".");
                default -> {
                    // White space, comments and processing instructions mean nothing here.
                }
            }
        }
    }

    // The JDK's parser lets a few of its own runtime exceptions out on hostile input; all mean "malformed".
    private int event() throws IOException, IndexException {
        try {
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw malformed(e, where());
        }
    }

    private void enter() throws IndexException {
        depth++;
        elements++;
        require(depth <= limits.depth(), "at most " + limits.depth() + " nested elements", "more");
        require(elements <= limits.elements(), "at most " + limits.elements() + " elements", "more");
        var attributes = xml.getAttributeCount();
        require(
                attributes <= limits.attributes(),
                "at most " + limits.attributes() + " attributes on <" + xml.getLocalName() + ">",
                String.valueOf(attributes));
        for (var i = 0; i < attributes; i++) {
            var length = xml.getAttributeValue(i).length();
            require(length <= limits.text(), "values of at most " + limits.text() + " characters", length + "");
        }
    }

    private void require(boolean kept, String expected, String found) throws IndexException {
        if (!kept) {
            throw new IndexException("Expected " + expected + ", found " + found + " at " + where() + ".");
        }
    }

    private IndexException malformed(Exception cause, String where) throws IOException {
        if (stream.failure().isPresent()) {
            throw stream.failure().get();
        }
        if (stream.exceeded()) {
            return new IndexException("Expected an index of at most " + limits.bytes() + " bytes, found more.", cause);
        }
        return new IndexException("Expected well-formed XML, found this at " + where + ": " + firstLine(cause), cause);
    }

    // The JDK puts the position first, in its own words, and what is wrong after "Message: ".
    private static String firstLine(Exception cause) {
        var text = String.valueOf(cause.getMessage());
        var message = text.indexOf("Message: ");
        return (message < 0 ? text : text.substring(message + 9))
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Whether an element begins here that has its meaning at this depth only. */
    boolean starts(int level, String name) {
        return depth == level && xml.isStartElement() && at(name);
    }

    /** Whether the current element is the one named, in the namespace of OSGi's repositories. */
    boolean at(String name) {
        return name.equals(xml.getLocalName()) && IndexReader.NAMESPACE.equals(xml.getNamespaceURI());
    }

    String element() {
        return "<" + xml.getLocalName() + ">";
    }

    String namespace() {
        return Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    int depth() {
        return depth;
    }

    String where() {
        var location = xml.getLocation();
        return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }
}
