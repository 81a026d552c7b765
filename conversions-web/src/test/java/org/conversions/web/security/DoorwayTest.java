package org.conversions.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.access.Area;
import org.conversions.web.security.Doorway.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every combination that somebody may write one day: none is open by mistake. */
class DoorwayTest {

    @Public(limited = false)
    private static final class Open {
        void plain() {
        }

        @KeyScope(Area.LINKS)
        void keyed() {
        }

        @PublishableKey
        void publishable() {
        }

        @OperatorOnly
        void operators() {
        }

        @Public
        @KeyScope(Area.LINKS)
        void both() {
        }
    }

    @KeyScope(Area.PARTNERS)
    private static final class Keyed {
        void plain() {
        }

        @Public
        void open() {
        }

        @PublishableKey
        void publishable() {
        }
    }

    @OperatorOnly
    private static final class Operators {
        void plain() {
        }

        @KeyScope(Area.LINKS)
        void keyed() {
        }
    }

    @SignedIn
    private static final class Session {
        void plain() {
        }

        @SignedIn(optional = true)
        void optional() {
        }

        @KeyScope(Area.MEMBERS)
        @OwnersOnly
        void owners() {
        }
    }

    @SignedIn(optional = true)
    private static final class SessionIfAny {
        void plain() {
        }

        @SignedIn
        void session() {
        }

        @Public
        void open() {
        }
    }

    @KeyScope(Area.MEMBERS)
    @OwnersOnly
    private static final class Owners {
        void plain() {
        }

        @KeyScope(Area.LINKS)
        void other() {
        }
    }

    @ParameterizedTest
    @CsvSource({"Session, plain, SESSION, false", "Session, optional, SESSION_IF_ANY, false", "Session, owners, KEY, true",
        "SessionIfAny, plain, SESSION_IF_ANY, false", "SessionIfAny, session, SESSION, false", "SessionIfAny, open, OPEN, false",
        "Owners, plain, KEY, true", "Owners, other, KEY, true", "Keyed, plain, KEY, false", "Operators, plain, OPERATOR, false",
        "Unmarked, plain, KEY, false"})
    void peopleComeInBySessionsAndSomeDoorsAreForOwners(String type, String method, Entry entry, boolean owners) throws Exception {
        Class<?> resource = Class.forName(DoorwayTest.class.getName() + '$' + type);
        Doorway door = Doorway.of(resource, resource.getDeclaredMethod(method));
        assertThat(door.entry()).isEqualTo(entry);
        assertThat(door.ownersOnly()).isEqualTo(owners);
        assertThat(door.limited()).isTrue();
    }

    private static final class Unmarked {
        void plain() {
        }
    }

    @OpenToShares
    private static final class Shared {
        void plain() {
        }

        @OpenToShares(beforePassword = true)
        void before() {
        }

        @KeyScope(Area.LINKS)
        void keyed() {
        }

        @Public
        void open() {
        }
    }

    @KeyScope(Area.ANALYTICS)
    @AnyRole
    private static final class Everybodys {
        void plain() {
        }
    }

    @ParameterizedTest
    @CsvSource({"Shared, plain, SHARE, false", "Shared, before, SHARE_BEFORE_PASSWORD, false", "Shared, keyed, KEY, false",
        "Shared, open, OPEN, false", "Everybodys, plain, KEY, true", "Keyed, plain, KEY, false"})
    void sharesHaveADoorOfTheirOwnAndSomeDoorsAreForAnyRole(String type, String method, Entry entry, boolean anyRole) throws Exception {
        Class<?> resource = Class.forName(DoorwayTest.class.getName() + '$' + type);
        Doorway door = Doorway.of(resource, resource.getDeclaredMethod(method));
        assertThat(door.entry()).isEqualTo(entry);
        assertThat(door.anyRole()).isEqualTo(anyRole);
    }

    @ParameterizedTest
    @CsvSource({"Open, plain, true, false, , false", "Open, keyed, false, false, LINKS, false",
        "Open, publishable, false, false, , true", "Open, operators, false, true, , false", "Open, both, false, false, LINKS, false",
        "Keyed, plain, false, false, PARTNERS, false", "Keyed, open, true, false, , false",
        "Keyed, publishable, false, false, PARTNERS, true", "Operators, plain, false, true, , false",
        "Operators, keyed, false, false, LINKS, false", "Unmarked, plain, false, false, , false"})
    void aMethodWinsOverItsClassAndTheNarrowerMarkOverTheWider(String type, String method, boolean open, boolean operatorOnly,
                                                               Area area, boolean publishable) throws Exception {
        Class<?> resource = Class.forName(DoorwayTest.class.getName() + '$' + type);
        Doorway door = Doorway.of(resource, resource.getDeclaredMethod(method));
        assertThat(door.open()).isEqualTo(open);
        assertThat(door.entry() == Entry.OPERATOR).isEqualTo(operatorOnly);
        assertThat(door.area()).isEqualTo(area);
        assertThat(door.publishable()).isEqualTo(publishable);
        assertThat(door.limited()).as("only what is open may be without a limit").isEqualTo(!type.equals("Open") || !open);
    }
}
