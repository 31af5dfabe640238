package org.sencrm.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;
import org.sencrm.itests.Subject.Whose;

/**
 * Everything that REST can do, as its own document tells, tried by people of every kind of right: nobody is told a word of
 * what is not theirs to know, nothing is changed by those who may not, and nothing breaks. What comes to REST is tried by
 * itself.
 */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class AccessMatrixIT {

    /** What is wrong comes in heaps; that many lines tell enough. */
    private static final int MOST_SHOWN = 40;

    private static final Set<Whose> STRANGERS = Set.of(Whose.STRANGERS);

    private static Product product;
    private static AccessMatrix matrix;

    @BeforeClass
    public static void start() throws Exception {
        product = Product.start();
        matrix = new AccessMatrix(product);
    }

    @AfterClass
    public static void stop() throws Exception {
        product.close();
    }

    @Test
    public void a_administratorsReadAllThatIsMarked() throws Exception {
        Visitor administrator = matrix.visitors().administrator(Set.of(Whose.values()));
        assertNone(matrix.leadingNowhere(administrator));
        assertNone(matrix.asked(List.of(administrator), true, false));
        assertEquals(Set.of(), matrix.unseen(administrator));
    }

    @Test
    public void b_nobodySeesOrChangesWhatIsNotTheirs() throws Exception {
        List<Visitor> people = matrix.visitors().thoseWhoChangeNothing();
        assertNone(matrix.asked(people, true, true));
        Visitor guest = matrix.visitors().guest();
        assertNone(matrix.asked(List.of(guest), true, true));
        assertEquals(Set.of(), matrix.unseen(guest));
        assertNone(matrix.changed());
        assertNone(matrix.leadingNowhere(matrix.visitors().administrator(STRANGERS)));
    }

    @Test
    public void c_whatIsDoneByThoseWhoMayTellsNothingElseAndBreaksNothing() throws Exception {
        Visitor owner = matrix.visitors().own(Set.of(Whose.OWN));
        assertNone(matrix.asked(List.of(owner), true, true));
        assertEquals(Set.of(), matrix.unseen(owner));
        Visitor partner = matrix.visitors().partner(Set.of(Whose.LINKED));
        assertNone(matrix.asked(List.of(partner), true, true));
        assertEquals(Set.of(), matrix.unseen(partner));
        assertNone(matrix.asked(List.of(matrix.visitors().everything()), true, true));
        assertNone(matrix.asked(List.of(matrix.visitors().administrator(Set.of(Whose.MATES))), false, true));
        System.out.println("Access matrix: " + matrix.size());
    }

    private static void assertNone(List<String> wrong) {
        assertTrue(
                wrong.size() + " wrong:\n" + String.join("\n", wrong.subList(0, Math.min(MOST_SHOWN, wrong.size()))),
                wrong.isEmpty());
    }
}
