package org.sencrm.itests;

import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;

/** The story in the container on embedded Derby. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DerbyIT extends ContainerStory {

    @Configuration
    public Option[] configuration() throws Exception {
        return assembly("derby");
    }
}
