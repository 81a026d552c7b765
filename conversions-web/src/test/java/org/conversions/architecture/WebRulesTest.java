package org.conversions.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Date;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.platform.RetryOnConflict;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.conversions.web.security.NeedsPlan;
import org.conversions.web.security.OfPartner;
import org.conversions.web.security.OpenToShares;
import org.conversions.web.security.OperatorOnly;
import org.conversions.web.security.Public;
import org.conversions.web.security.PublishableKey;
import org.conversions.web.security.SignedIn;

/** The rules of the module that knows HTTP. */
@AnalyzeClasses(packages = "org.conversions.web", importOptions = ImportOption.DoNotIncludeTests.class)
class WebRulesTest {

    private static final List<Class<? extends Annotation>> WRITES =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

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

    /** Beans that reach no persistence unit, or only through others that do as the rule says. */
    private static final Set<String> WITHOUT_DATABASE = Set.of("ClickLimits", "ClickRecorder", "DurableCommits", "Inbox",
            "LinkChanges", "LinkDirectory", "LinkDomains", "OperatorToken", "PayoutBatches", "QueueSender", "RecentClicks", "ReportedVisits",
            "ShortDomain", "VisitReader");

    /** In an EAR a CDI bean works as a part of the module that calls it, and this one has no persistence unit. */
    @ArchTest
    static final ArchRule aBeanWithADatabaseIsASessionBeanOrEnteredThroughOne = noClasses()
            .should().callMethodWhere(describe("a CDI bean of the business works in this module", call ->
                    call.getTargetOwner().isAnnotatedWith(ApplicationScoped.class)
                    && !call.getTargetOwner().getPackageName().startsWith("org.conversions.web")
                    && !WITHOUT_DATABASE.contains(call.getTargetOwner().getSimpleName())
                    && annotation(call.getTarget(), RetryOnConflict.class).isEmpty()));

    @ArchTest
    static final ArchRule noEntityLeavesTheBusiness = noClasses()
            .should().dependOnClassesThat().areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule aResourceIsNamedSo = classes().that().areAnnotatedWith(Path.class)
            .should().haveSimpleNameEndingWith("Resource");

    /** One that says nothing is open to keys with all rights only: safe, but never meant. */
    @ArchTest
    static final ArchRule aResourceSaysWhoComesIn = classes().that().areAnnotatedWith(Path.class)
            .should().beAnnotatedWith(KeyScope.class).orShould().beAnnotatedWith(Public.class)
            .orShould().beAnnotatedWith(OperatorOnly.class).orShould().beAnnotatedWith(SignedIn.class)
            .orShould().beAnnotatedWith(OpenToShares.class).orShould().beAnnotatedWith(OfPartner.class);

    /** A resource that is open stays open: methods that need the caller stand in another class. */
    @ArchTest
    static final ArchRule whatIsPublicAsksForNoKey = methods().that().areDeclaredInClassesThat().areAnnotatedWith(Public.class)
            .should().notBeAnnotatedWith(KeyScope.class).andShould().notBeAnnotatedWith(PublishableKey.class)
            .andShould().notBeAnnotatedWith(OperatorOnly.class).andShould().notBeAnnotatedWith(SignedIn.class);

    @ArchTest
    static final ArchRule whatIsPublicHasNoCaller = noClasses().that().areAnnotatedWith(Public.class)
            .should().dependOnClassesThat().belongToAnyOf(Caller.class);

    /** The plan is looked at where there is a caller with a workspace. */
    @ArchTest
    static final ArchRule whatNeedsAPlanHasACaller = classes().that().areAnnotatedWith(NeedsPlan.class)
            .should().beAnnotatedWith(KeyScope.class).orShould().beAnnotatedWith(SignedIn.class);

    @ArchTest
    static final ArchRule aMethodThatNeedsAPlanHasACaller = methods().that().areAnnotatedWith(NeedsPlan.class)
            .should().beDeclaredInClassesThat().areAnnotatedWith(KeyScope.class)
            .orShould().beDeclaredInClassesThat().areAnnotatedWith(SignedIn.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whatIsOfStripeNeedsItsPlan = classes()
            .that(describe("have the scope of Stripe", type -> type.tryGetAnnotationOfType(KeyScope.class)
                    .map(scope -> scope.value() == Area.STRIPE).orElse(false)))
            .should().beAnnotatedWith(NeedsPlan.class);

    /** Servlets stand behind no key: each on this list was thought about. */
    @ArchTest
    static final ArchRule servletsAreKnown = classes().that().areAssignableTo(HttpServlet.class)
            .should().haveSimpleName("RedirectServlet").orShould().haveSimpleName("EmbedPageServlet")
            .orShould().haveSimpleName("DescriptionServlet").orShould().haveSimpleName("BrowserScriptServlet")
            .orShould().haveSimpleName("ErrorPage").orShould().haveSimpleName("MetadataServlet");

    /** The changes of a request with an idempotency key commit with its answer: see RepeatsSafely. */
    @ArchTest
    static final ArchRule aWriteJoinsTheTransactionOfItsIdempotencyKey = methods()
            .that(describe("write for whoever has a key, and are not marked as safe to repeat", WebRulesTest::isWrite))
            .should(notCall("beans that leave the caller's transaction aside", WebRulesTest::leavesTheTransactionAside));

    @ArchTest
    static final ArchRule noPackagesUseEachOther = slices().matching("org.conversions.web.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesAreNamedForWhatTheyServe = noClasses()
            .should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..manager..");

    /** A NotNull would check nothing: Required says in the description of the API what a key must be. */
    @ArchTest
    static final ArchRule nothingSeemsToBeValidated = noClasses()
            .should().dependOnClassesThat().resideInAPackage("jakarta.validation..");

    @ArchTest
    static final ArchRule timesAreInstants = noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static boolean isWrite(JavaMethod method) {
        return WRITES.stream().anyMatch(method::isAnnotatedWith)
                && Stream.of(Public.class, OperatorOnly.class, RepeatsSafely.class).noneMatch(mark ->
                        method.isAnnotatedWith(mark) || method.getOwner().isAnnotatedWith(mark));
    }

    private static boolean leavesTheTransactionAside(MethodCallTarget called) {
        return annotation(called, TransactionAttribute.class).map(TransactionAttribute::value)
                .filter(EnumSet.of(TransactionAttributeType.NOT_SUPPORTED, TransactionAttributeType.REQUIRES_NEW)::contains)
                .isPresent()
                || annotation(called, Transactional.class).map(Transactional::value)
                .filter(EnumSet.of(TxType.NOT_SUPPORTED, TxType.REQUIRES_NEW, TxType.NEVER)::contains).isPresent();
    }

    /** @return of the method, or else of its class */
    private static <A extends Annotation> Optional<A> annotation(MethodCallTarget called, Class<A> type) {
        return called.resolveMember().flatMap(method -> method.tryGetAnnotationOfType(type))
                .or(() -> called.getOwner().tryGetAnnotationOfType(type));
    }

    /** Looks through the methods of the same class, too. */
    private static ArchCondition<JavaMethod> notCall(String what, Predicate<MethodCallTarget> wrong) {
        return new ArchCondition<>("not call " + what) {
            @Override
            public void check(JavaMethod write, ConditionEvents events) {
                Set<JavaMethod> seen = new LinkedHashSet<>(Set.of(write));
                Deque<JavaMethod> open = new ArrayDeque<>(seen);
                while (!open.isEmpty()) {
                    for (JavaMethodCall call : open.pop().getMethodCallsFromSelf()) {
                        events.add(new SimpleConditionEvent(write, !wrong.test(call.getTarget()), call.getDescription()));
                        call.getTarget().resolveMember().filter(next -> next.getOwner().equals(write.getOwner()))
                                .filter(seen::add).ifPresent(open::push);
                    }
                }
            }
        };
    }
}
