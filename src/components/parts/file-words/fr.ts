import type { TranslationOf } from '../../locale/catalogue.js';
import type en from './en.js';

export default {
  'file.choose': 'Choisir des fichiers ou les déposer ici',
  'file.accepts': 'PDF, images, fichiers bureautiques, CSV ou texte, jusqu’à {limit} chacun.',
  'file.list': 'Fichiers',
  'file.progress': 'Envoi de {name}',
  'file.waiting': 'En attente…',
  'file.checking': 'Vérification…',
  'file.cancel': 'Annuler {name}',
  'file.retry': 'Réessayer {name}',
  'file.remove': 'Supprimer {name}',
  'file.dismiss': 'Retirer {name} de la liste',
  'file.save': 'Enregistrer {name} sur cet appareil',
  'file.started': { one: 'Envoi de {count} fichier', other: 'Envoi de {count} fichiers' },
  'file.added': 'Le fichier {name} est envoyé',
  'file.cancelled': 'L’envoi de {name} est annulé',
  'file.removed': 'Le fichier {name} est supprimé',
  'file.error.kind': 'Ce type de fichier n’est pas accepté.',
  'file.error.name': 'Renommez le fichier : sans barres obliques et avec l’extension de son type.',
  'file.error.empty': 'Ce fichier est vide.',
  'file.error.large': 'Ce fichier dépasse {limit}.',
  'file.error.many': 'Nombre de fichiers maximal : {limit}.',
  'file.error.unreadable': 'Ce fichier est illisible. Existe-t-il encore ?',
  'file.error.interrupted': 'L’envoi a été interrompu.',
  'file.error.gone': 'Il n’est pas arrivé avant la fermeture de la page. Choisissez-le à nouveau.',
} satisfies TranslationOf<typeof en>;
