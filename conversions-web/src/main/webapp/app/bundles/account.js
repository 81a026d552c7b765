import '../shared.js';
import '../pages/login.js';
import '../pages/forgot.js';
import '../pages/reset.js';
import '../pages/invitation.js';
import '../pages/setup.js';
import '../pages/authorize.js';
