import '../shared.js';
import '../pages/links.js';
