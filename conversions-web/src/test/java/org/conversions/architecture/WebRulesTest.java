package org.conversions.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Calendar;
import java.util.Date;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.Public;

/** What holds in the module that knows HTTP. */
@AnalyzeClasses(packages = "org.conversions.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebRulesTest {

    @ArchTest
    static final ArchRule anErrorBecomesAnAnswerInOnePlace = classes().that().areAssignableTo(ExceptionMapper.class)
            .should().resideInAPackage("org.conversions.web.error");

    @ArchTest
    static final ArchRule theRedirectUsesNoJaxRs = noClasses().that().resideInAPackage("org.conversions.web.redirect")
            .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule theDatabaseIsReachedThroughTheBusiness = noClasses()
            .should().dependOnClassesThat().belongToAnyOf(EntityManager.class, EntityManagerFactory.class)
            .orShould().dependOnClassesThat().resideInAPackage("org.hibernate..");

    @ArchTest
    static final ArchRule noEntityLeavesTheBusiness = noClasses()
            .should().dependOnClassesThat().areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule aResourceIsNamedSo = classes().that().areAnnotatedWith(Path.class)
            .should().haveSimpleNameEndingWith("Resource");

    /** One that says nothing is open to keys with all rights only: safe, but never meant. */
    @ArchTest
    static final ArchRule aResourceSaysWhoComesIn = classes().that().areAnnotatedWith(Path.class)
            .should().beAnnotatedWith(KeyScope.class).orShould().beAnnotatedWith(Public.class);

    @ArchTest
    static final ArchRule noPackagesUseEachOther = slices().matching("org.conversions.web.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyServe = noClasses()
            .should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..manager..");

    @ArchTest
    static final ArchRule timesAreInstants = noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
