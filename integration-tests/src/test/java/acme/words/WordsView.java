package acme.words;

import com.google.common.base.Splitter;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.dovetail.api.Feature;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.View;
import dev.dovetail.api.ViewContext;
import javafx.scene.Group;
import javafx.scene.Node;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Counts words, in a bag that Guava made. */
@Feature(id = "words", title = "Words")
@View(id = "words.count", title = "Words")
@Component(service = FeatureView.class, scope = ServiceScope.PROTOTYPE)
public final class WordsView implements FeatureView {

    @Override
    public Node open(ViewContext context) {
        Multiset<String> words = HashMultiset.create(Splitter.on(' ').split("to be or not to be"));
        Group group = new Group();
        group.setId("words-" + words.count("be"));
        return group;
    }

    @Override
    public void close() {}
}
