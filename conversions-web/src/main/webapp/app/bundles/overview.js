import '../shared.js';
import '../pages/overview.js';
import '../pages/share.js';
